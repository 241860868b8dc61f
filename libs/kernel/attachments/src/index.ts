export * from './attachment/attachment.codes.js';
export { attachmentDecider } from './attachment/attachment.decider.js';
export { attachmentCatalogue } from './attachment/attachment.events.js';
