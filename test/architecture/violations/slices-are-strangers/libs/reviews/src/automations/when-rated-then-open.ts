export { board } from '../views/board/board.query.js';
