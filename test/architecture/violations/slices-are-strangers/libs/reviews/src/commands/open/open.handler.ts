export { CloseReview } from '../close/close.command.js';
