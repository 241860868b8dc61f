/** Jest calls this once after such a run. */
module.exports = async () => {
  const { stopTestServices } = await import('./test-services.ts');
  await stopTestServices();
};
