import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import type { MailboxProvider } from '#kernel/effects';
import { mailboxPage } from './mailbox-page.js';

/** Where the module finds the mailbox. */
export const MAILBOX = Symbol('mailbox');

const SHOWN = 100;

/** What this installation would have mailed. In production there is no such route. */
@ApiExcludeController()
@Controller('development/mailbox')
export class MailboxController {
  constructor(@Inject(MAILBOX) private readonly mailbox: MailboxProvider) {}

  @Get()
  @Allow('anyone')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
  async page(): Promise<string> {
    return mailboxPage(await this.mailbox.entries(SHOWN));
  }

  @Get('entries')
  @Allow('anyone')
  async entries() {
    return { items: await this.mailbox.entries(SHOWN) };
  }
}
