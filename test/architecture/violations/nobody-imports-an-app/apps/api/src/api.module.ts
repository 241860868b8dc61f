export const apiModule = {};
