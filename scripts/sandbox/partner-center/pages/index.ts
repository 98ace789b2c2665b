import type { FastifyInstance } from 'fastify';
import type { ReferralService } from '../service.ts';
export function addPages(_app: FastifyInstance, _service: ReferralService): void {}
