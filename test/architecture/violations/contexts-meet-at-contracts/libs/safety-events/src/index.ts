export const safetyEvents = {};
