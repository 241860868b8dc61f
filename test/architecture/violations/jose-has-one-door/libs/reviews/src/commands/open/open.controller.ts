export { jwtVerify } from 'jose';
