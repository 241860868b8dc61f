export const problems = [];
