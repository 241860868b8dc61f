export const openedAt = () => new Date().toISOString();
