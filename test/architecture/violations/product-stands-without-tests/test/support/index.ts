export const freshDatabase = () => ({});
