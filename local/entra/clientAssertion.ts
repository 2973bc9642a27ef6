import { X509Certificate } from 'node:crypto';
import { decodeProtectedHeader, errors, jwtVerify } from 'jose';

/** The certificates that stand on the app registrations, as an administrator uploads and deletes them. */
export interface AppCertificates {
  add(appId: string, pem: string): void;
  remove(appId: string, pem: string): void;
  /** By the SHA-256 thumbprint as a token names it: base64url. */
  find(appId: string, thumbprint: string): X509Certificate | undefined;
}

export const thumbprintOf = (certificate: X509Certificate): string =>
  Buffer.from(certificate.fingerprint256.replaceAll(':', ''), 'hex').toString('base64url');

export const createAppCertificates = (): AppCertificates => {
  const kept = new Map<string, X509Certificate>();
  const placeOf = (appId: string, thumbprint: string): string => `${appId} ${thumbprint}`;
  const placeOfPem = (appId: string, pem: string): string => placeOf(appId, thumbprintOf(new X509Certificate(pem)));
  return {
    add: (appId, pem) => void kept.set(placeOfPem(appId, pem), new X509Certificate(pem)),
    remove: (appId, pem) => void kept.delete(placeOfPem(appId, pem)),
    find: (appId, thumbprint) => kept.get(placeOf(appId, thumbprint)),
  };
};

/** `urn:ietf:params:oauth:…`: the only kind of assertion that Entra takes from an app (RFC 7523). */
export const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export interface Assertion {
  readonly clientId: string;
  readonly jwt: string;
  /** The address that it was sent to, for which alone it counts. */
  readonly audience: string;
}

/** Seconds that clocks may differ: MSAL itself rounds the present second up. */
const clockSkew = 300;

/** What is wrong with an assertion, by the number and in the words of Entra. */
export interface Unfit {
  readonly number: number;
  readonly text: string;
}

const notRegistered: Unfit = {
  number: 700027,
  text: 'The certificate with identifier used to sign the client assertion is not registered on application.',
};
const outOfTime: Unfit = { number: 700024, text: 'Client assertion is not within its valid time range.' };
const invalid: Unfit = { number: 50027, text: 'JWT token is invalid or malformed.' };

const thumbprintIn = (jwt: string): string | undefined => {
  try {
    const thumbprint = decodeProtectedHeader(jwt)['x5t#S256'];
    return typeof thumbprint === 'string' ? thumbprint : undefined;
  } catch {
    return undefined;
  }
};

const reasonOf = (fault: unknown): Unfit => {
  if (fault instanceof errors.JWTExpired) return outOfTime;
  return fault instanceof errors.JWSSignatureVerificationFailed ? notRegistered : invalid;
};

/** Undefined where the app has proved with one of its certificates that it is itself. */
export const misfitOf = async (
  certificates: AppCertificates,
  { clientId, jwt, audience }: Assertion,
  now = new Date(),
): Promise<Unfit | undefined> => {
  const thumbprint = thumbprintIn(jwt);
  if (thumbprint === undefined) return invalid;
  const certificate = certificates.find(clientId, thumbprint);
  if (certificate === undefined || Date.parse(certificate.validTo) < now.getTime()) return notRegistered;
  try {
    await jwtVerify(jwt, certificate.publicKey, {
      audience,
      issuer: clientId,
      subject: clientId,
      algorithms: ['PS256', 'RS256'],
      requiredClaims: ['exp', 'jti'],
      currentDate: now,
      clockTolerance: clockSkew,
    });
    return undefined;
  } catch (fault) {
    return reasonOf(fault);
  }
};
