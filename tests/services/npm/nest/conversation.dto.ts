/** What a body holds, checked by class-validator. */
import { Type } from 'class-transformer';
import { ArrayNotEmpty, Equals, IsArray, IsNotEmpty, IsObject, IsString, ValidateNested } from 'class-validator';
import { settings } from './settings.js';

// Fault: IsString takes a text without characters, and the decorator that does not was forgotten.
const notEmpty = (): PropertyDecorator => (settings.fault === 'empty-subject' ? () => undefined : IsNotEmpty());

export class Participant {
  @IsString()
  @notEmpty()
  subject: string;

  @Equals('EndUser')
  role: string;

  @Equals('custom')
  appType: string;
}

export class EstablishConversation {
  @IsString()
  @IsNotEmpty()
  channelAddressIdentifier: string;

  @IsArray()
  @ArrayNotEmpty()
  // ValidateNested looks into a list within the list as if it were not there.
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => Participant)
  participants: Participant[];
}
