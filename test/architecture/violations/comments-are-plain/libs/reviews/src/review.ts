//////// Events ////////

export const reviewOpened = {};
