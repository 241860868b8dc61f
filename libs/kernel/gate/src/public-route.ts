import { applyDecorators, UseGuards } from '@nestjs/common';
import { Allow } from '#kernel/access';
import { OnPublicEdge, type PublicEdge } from '#kernel/http';
import { AddressGuard } from './address.guard.js';
import type { Doing } from './gate-limits.js';
import { Limited } from './limited.js';
import { problemPage } from './pages/problem-page.js';

/** A page that anyone may look at; its handler gives a `PageAnswer`. */
export const PublicPage = () => onEdge({ page: problemPage }, 'look');

/** Takes a form from anyone and answers with a page. `try-code` where the form holds a tracking code. */
export const PublicForm = (doing: Doing = 'submit') => onEdge({ page: problemPage, form: true }, doing);

/** Takes a form with a file of at most so many bytes from anyone, and answers with a page. */
export const PublicUpload = (upload: number, doing: Doing = 'submit') =>
  onEdge({ page: problemPage, form: true, upload }, doing);

/** Takes JSON from anyone, or answers with it. */
export const PublicJson = (doing: Doing = 'submit') => onEdge({}, doing);

const onEdge = (edge: PublicEdge, doing: Doing) =>
  applyDecorators(Allow('anyone'), OnPublicEdge(edge), Limited(doing), UseGuards(AddressGuard));
