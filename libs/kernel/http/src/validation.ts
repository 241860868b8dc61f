import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { type FieldError, invalid } from './problem.js';

/**
 * Checks every body, query and path against its class: unknown fields are refused, nothing is converted but what a
 * field's own decorator converts, and the problem names every field that is wrong.
 */
export const strictValidation = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    transformOptions: { enableImplicitConversion: false, exposeDefaultValues: true },
    exceptionFactory: (errors) => invalid('Some fields are not valid.', fieldErrors(errors)),
  });

const fieldErrors = (errors: readonly ValidationError[], path: readonly string[] = []): FieldError[] =>
  errors.flatMap((error) => {
    const here = [...path, error.property];
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
      field: here.join('.'),
      says: rule === 'whitelistValidation' ? 'is not a field of this request' : withoutName(message, error.property),
    }));
    return [...own, ...fieldErrors(error.children ?? [], here)];
  });

/** class-validator's messages begin with the property's name, which stands beside them already. */
const withoutName = (message: string, property: string): string =>
  message.startsWith(`${property} `) ? message.slice(property.length + 1) : message;
