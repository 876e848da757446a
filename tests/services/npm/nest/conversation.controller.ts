/** POST v1/conversation: a form in edition 61.0, JSON in 65.0. */
import {
  BadRequestException,
  Body,
  Controller,
  HttpCode,
  Inject,
  Post,
  Req,
  UnsupportedMediaTypeException,
  UseGuards,
  UseInterceptors,
  ValidationPipe,
} from '@nestjs/common';
import { NoFilesInterceptor } from '@nestjs/platform-express';
import { EstablishConversation } from './conversation.dto.js';
import { ConversationsService } from './conversations.service.js';
import { HeadersGuard } from './headers.guard.js';
import { settings } from './settings.js';

interface Incoming {
  is(type: string): string | false | null;
}

interface Established {
  readonly conversationIdentifier: string;
}

const isJson = settings.edition === '65.0';
const mediaType = isJson ? 'application/json' : 'multipart/form-data';

// Fault: the option that turns every value into the type that its property is declared with.
const validation = new ValidationPipe({
  transform: true,
  transformOptions: { enableImplicitConversion: settings.fault === 'implicit-conversion' },
});

@Controller('api/v1/conversation')
@UseGuards(HeadersGuard)
export class ConversationController {
  constructor(@Inject(ConversationsService) private readonly conversations: ConversationsService) {}

  @Post()
  @HttpCode(202)
  @UseInterceptors(NoFilesInterceptor())
  async establish(@Req() request: Incoming, @Body() body: Record<string, unknown> | undefined): Promise<Established> {
    if (!request.is(mediaType)) throw new UnsupportedMediaTypeException();
    const metadata = { type: 'body', metatype: EstablishConversation } as const;
    const checked: EstablishConversation = await validation.transform(isJson ? body : readForm(body ?? {}), metadata);
    const subject = checked.participants[0]?.subject ?? '';
    return { conversationIdentifier: this.conversations.conversationOf(checked.channelAddressIdentifier, subject) };
  }
}

/** Both layouts. */
function readForm({ json, participants, ...others }: Record<string, unknown>): unknown {
  try {
    return json === undefined
      ? { ...others, participants: JSON.parse(String(participants)) }
      : JSON.parse(String(json));
  } catch {
    throw new BadRequestException('The participants are no JSON.');
  }
}
