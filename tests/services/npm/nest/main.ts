/** NestJS 12 on Express, with multer, class-validator and @nestjs/jwt. Editions 61.0 and 65.0. */
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { ConversationController } from './conversation.controller.js';
import { ConversationsService } from './conversations.service.js';
import { settings } from './settings.js';

@Module({
  imports: [JwtModule.register({ publicKey: settings.publicKey, verifyOptions: { algorithms: ['RS256'] } })],
  controllers: [ConversationController],
  providers: [ConversationsService],
})
class ServiceModule {}

const app = await NestFactory.create(ServiceModule, { logger: false });
const server = await app.listen(0, '127.0.0.1');
console.log(`listening on ${server.address().port}`);
