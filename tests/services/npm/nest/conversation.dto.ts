/** What a body holds, checked by class-validator. */
import { Type } from 'class-transformer';
import { ArrayNotEmpty, Equals, IsArray, IsNotEmpty, IsObject, IsString, ValidateNested } from 'class-validator';
import { settings } from './settings.js';

// Fault: the decorators for nested objects were forgotten, so nobody looks into the entries.
const looksInside = settings.fault !== 'entries-not-validated';
// Fault: ValidateNested looks into a list within the list as if it were not there.
const onlyObjects = settings.fault !== 'lists-in-lists' && looksInside;
const flat = (): PropertyDecorator => (onlyObjects ? IsObject({ each: true }) : () => undefined);
const nested = (): PropertyDecorator => (looksInside ? ValidateNested({ each: true }) : () => undefined);

export class Participant {
  @IsString()
  @IsNotEmpty()
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
  @flat()
  @nested()
  @Type(() => Participant)
  participants: Participant[];
}
