/** Who calls, and in whose name. */
import {
  BadRequestException,
  type CanActivate,
  type ExecutionContext,
  ForbiddenException,
  Inject,
  Injectable,
  UnauthorizedException,
} from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { settings } from './settings.js';

interface Incoming {
  readonly headers: Readonly<Record<string, string | undefined>>;
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Injectable()
export class HeadersGuard implements CanActivate {
  constructor(@Inject(JwtService) private readonly jwt: JwtService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { headers } = context.switchToHttp().getRequest<Incoming>();
    const orgOfToken = await this.orgOf(headers.authorization ?? '');
    if (!/^[A-Za-z0-9]{15}$/.test(headers.orgid ?? '')) throw new BadRequestException('OrgId');
    if (headers.orgid !== settings.orgId || headers.orgid !== orgOfToken) throw new ForbiddenException('OrgId');
    if (headers.authorizationcontext !== settings.authorizationContext) throw new ForbiddenException('Context');
    if (!guid.test(headers.requestid ?? '')) throw new BadRequestException('RequestId');
    return true;
  }

  private async orgOf(authorization: string): Promise<string> {
    const [scheme = '', token = '', ...more] = authorization.split(/ +/);
    if (scheme.toLowerCase() !== 'bearer' || more.length > 0) throw new UnauthorizedException();
    try {
      const { org_id, exp } = await this.jwt.verifyAsync<{ org_id: string; exp?: number }>(token);
      if (exp !== undefined) return org_id;
    } catch {
      // Told below, like a token that never ends.
    }
    throw new UnauthorizedException();
  }
}
