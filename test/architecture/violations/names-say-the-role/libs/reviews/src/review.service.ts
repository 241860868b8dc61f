export const closeReview = () => undefined;
