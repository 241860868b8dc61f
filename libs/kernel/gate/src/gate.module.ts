import { Global, Module } from '@nestjs/common';
import { Database } from '#kernel/platform';
import { Lookups, MasterKey } from '#kernel/privacy';
import { AddressLimits } from './address-limits.js';
import { CountedFloods, Floods } from './floods.js';
import { type GateLimits, readGateLimits } from './gate-limits.js';
import { PublicGate } from './public-gate.js';
import { Randomness, SystemRandomness } from './randomness.js';
import { TrackingCodes } from './tracking-codes.js';

/** Where the module keeps its limits. */
export const GATE_LIMITS = Symbol('gate limits');

/** What contexts need to serve people who have no account. Limits come from the environment. */
@Global()
@Module({
  providers: [
    { provide: GATE_LIMITS, useFactory: () => readGateLimits(process.env) },
    { provide: Randomness, useClass: SystemRandomness },
    {
      provide: AddressLimits,
      useFactory: (limits: GateLimits) => new AddressLimits(limits),
      inject: [GATE_LIMITS],
    },
    {
      provide: Floods,
      useFactory: (db: Database, limits: GateLimits) => new CountedFloods(db, limits),
      inject: [Database, GATE_LIMITS],
    },
    { provide: PublicGate, useFactory: (floods: Floods) => new PublicGate(floods), inject: [Floods] },
    {
      provide: TrackingCodes,
      useFactory: (master: MasterKey, lookups: Lookups) => new TrackingCodes(master, lookups),
      inject: [MasterKey, Lookups],
    },
  ],
  exports: [Randomness, AddressLimits, Floods, PublicGate, TrackingCodes],
})
export class GateModule {}
