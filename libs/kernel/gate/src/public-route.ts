import { applyDecorators, UseGuards } from '@nestjs/common';
import { Allow } from '#kernel/access';
import { OnPublicEdge } from '#kernel/http';
import { AddressGuard } from './address.guard.js';
import type { Doing } from './gate-limits.js';
import { Limited } from './limited.js';
import { problemPage } from './pages/problem-page.js';

/** A page that anyone may look at; its handler gives a `PageAnswer`. */
export const PublicPage = () =>
  applyDecorators(Allow('anyone'), OnPublicEdge({ page: problemPage }), Limited('look'), UseGuards(AddressGuard));

/** Takes a form from anyone and answers with a page. `try-code` where the form holds a tracking code. */
export const PublicForm = (doing: Doing = 'submit') =>
  applyDecorators(
    Allow('anyone'),
    OnPublicEdge({ page: problemPage, form: true }),
    Limited(doing),
    UseGuards(AddressGuard),
  );

/** Takes a form with a file of at most so many bytes from anyone, and answers with a page. */
export const PublicUpload = (upload: number, doing: Doing = 'submit') =>
  applyDecorators(
    Allow('anyone'),
    OnPublicEdge({ page: problemPage, form: true, upload }),
    Limited(doing),
    UseGuards(AddressGuard),
  );

/** Takes JSON from anyone, or answers with it. */
export const PublicJson = (doing: Doing = 'submit') =>
  applyDecorators(Allow('anyone'), OnPublicEdge({}), Limited(doing), UseGuards(AddressGuard));
