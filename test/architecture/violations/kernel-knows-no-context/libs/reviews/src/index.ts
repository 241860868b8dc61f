export const reviewsModule = 'reviews';
