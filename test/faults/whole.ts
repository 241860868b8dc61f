/** Whether everything is to be tried, for as long as it takes: `npm run test:faults`. Otherwise a short slice is. */
export const WHOLE = process.env.FAULTS === 'whole';
