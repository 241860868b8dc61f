export { catalogueFaults } from './catalogue-faults.js';
export { fernandezHuerta, fleschKincaidGrade, syllablesOf } from './readability.js';
export { samplePage } from './sample-page.js';
