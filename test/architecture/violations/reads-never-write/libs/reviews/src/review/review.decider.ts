export const reviewDecider = {};
