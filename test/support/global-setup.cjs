/** Jest calls this once before a run in which a spec may ask for a database. */
module.exports = async () => {
  await import('./from-source.mjs');
  const { startTestServices } = await import('./test-services.ts');
  process.env.FORTHRIGHT_TEST_SERVICES = JSON.stringify(await startTestServices());
};
