export type { FastifyRequest } from 'fastify';
