import type { Answer } from './answer.js';
import type { Exchange } from './exchange.js';
import type { Fault } from './faults.js';

/** What a fault falls back on or spoils. */
export interface Normal {
  answer: Answer;
  /** Headers of every answer: content type, CORS. */
  headers: Record<string, string>;
  /** Start of addresses in the same world. */
  base: string;
  /** Resolves when a test lets hanging requests go on. */
  released: Promise<void>;
}

/** Answers with a fault instead of the normal answer. */
export async function misbehave(
  fault: Fault,
  exchange: Exchange,
  { answer, headers, base, released }: Normal,
): Promise<void> {
  const { body } = answer;
  const half = body.slice(0, Math.ceil(body.length / 2));
  switch (String(fault.fault)) {
    case 'hang':
      await Promise.race([released, exchange.closed]);
      return exchange.send({ ...answer, headers });
    case 'hang-body':
      exchange.head(answer.status, { ...headers, 'content-length': String(Buffer.byteLength(body)) });
      await exchange.write(half);
      await Promise.race([released, exchange.closed]);
      await exchange.write(body.slice(half.length));
      exchange.end();
      return;
    case 'drip': // white space before an answer is JSON, however much of it
      exchange.head(answer.status, headers);
      while (!exchange.isClosed) {
        await exchange.write(' ');
        await exchange.pause(50);
      }
      return;
    case 'reset':
      exchange.cut('reset');
      return;
    case 'half':
      exchange.head(answer.status, { ...headers, 'content-length': String(Buffer.byteLength(body)) });
      await exchange.write(half);
      exchange.cut('close');
      return;
    case 'large':
      return sendLarge(exchange, headers, fault.bytes ?? 5_000_000);
    case 'no-cors':
      return exchange.send({ ...answer, headers: withoutCors(headers) });
    case 'redirect': {
      const to = fault.to ?? '/total/views/article/766364';
      return exchange.send({
        status: 302,
        body: '',
        headers: { ...headers, location: to.startsWith('/') ? base + to : to },
      });
    }
    default: {
      const instead = answerInstead(fault);
      return exchange.send({ ...instead, headers: { ...headers, ...instead.headers } });
    }
  }
}

function answerInstead({ fault, retryAfter, body, raw, status = 200, type }: Fault): Answer {
  const later = retryAfter === undefined ? undefined : { 'retry-after': String(retryAfter) };
  const html = { 'content-type': 'text/html; charset=UTF-8' };
  switch (String(fault)) {
    case '202': // a web firewall's challenge
      return { status: 202, body: '', headers: { ...html, 'x-amzn-waf-action': 'challenge' } };
    case '400':
      return error(400, 'InvalidParams', 'Invalid or unsupported params: counter');
    case '401': // not the service's own: a proxy in front of it, or a relay
    case '403':
      return error(Number(fault), 'Forbidden', 'Unauthorized request', {
        'www-authenticate': 'Basic realm="figshare statistics"',
      });
    case '404':
      return error(404, 'NotFound', 'Endpoint not found');
    case '429':
      return error(429, 'TooManyRequests', 'Too many requests', later);
    case '500':
      return error(500, 'InternalError', 'Internal error', later);
    case '502':
    case '503': // a gateway in front of the service speaks HTML
      return { status: Number(fault), body: page('Service unavailable'), headers: { ...html, ...later } };
    case 'html':
      return { status: 200, body: page('We will be back soon'), headers: html };
    default:
      return {
        status,
        body: raw ?? JSON.stringify(body ?? null),
        ...(type !== undefined && { headers: { 'content-type': type } }),
      };
  }
}

/** One valid JSON answer, slow enough for a client to turn away in the middle: about 6 MB a second. */
async function sendLarge(exchange: Exchange, headers: Record<string, string>, bytes: number): Promise<void> {
  exchange.head(200, headers);
  await exchange.write('{"totals":1,"padding":"');
  for (let left = bytes; left > 0 && !exchange.isClosed; left -= 65_536) {
    await exchange.write('x'.repeat(Math.min(left, 65_536)));
    await exchange.pause(10);
  }
  await exchange.write('"}');
  exchange.end();
}

export function withoutCors(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('access-control-')));
}

function error(status: number, code: string, message: string, headers?: Record<string, string>): Answer {
  return { status, body: JSON.stringify({ data: null, code, message }), ...(headers && { headers }) };
}

function page(title: string): string {
  return `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
}
