export const anaInvited = {};
