export class CloseReview {}
