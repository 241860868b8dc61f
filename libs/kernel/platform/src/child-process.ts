/**
 * Makes a process that a launcher started leave when the launcher is gone, however it went: the channel between them
 * closes, and the process takes it for SIGTERM. Does nothing in a process that nobody started that way.
 */
export const leaveWithParent = (): void => {
  if (process.channel) process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
};
