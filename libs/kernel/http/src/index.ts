export * from './after-position.js';
export * from './answers.js';
export { BODY_LIMIT } from './body-guard.js';
export { canonicalJson } from './canonical-json.js';
export { type CommandRequest, CurrentCommand, toEnvelope } from './command-request.js';
export * from './cursor.js';
export { edge, routeFaults } from './edge.js';
export { createFastifyAdapter } from './fastify.js';
export * from './fields.js';
export * from './file-answer.js';
export * from './file-request.js';
export { TakesFile } from './file-route.js';
export type { FormBody } from './form-body.js';
export * from './id-path.js';
export * from './instant.js';
export * from './late-entry.js';
export { openApiDocument, serveOpenApi } from './openapi.js';
export * from './part-answer.js';
export { answerProblem } from './problem.filter.js';
export {
  type FieldError,
  invalid,
  invalidField,
  onlyRead,
  type Problem,
  ProblemError,
  tooMany,
  unavailable,
} from './problem.js';
export { type AskedPage, OnPublicEdge, type PageAnswer, type ProblemPage, type PublicEdge } from './public-edge.js';
export { CurrentRead, type ReadRequest } from './read-request.js';
export { type EdgeRequest, pathOf } from './request.js';
export { documented } from './schemas.js';
export type { SentFile } from './sent-file.js';
export { readUpload, type Upload } from './upload.js';
