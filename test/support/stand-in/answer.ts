export interface Answer {
  status: number;
  /** JSON text, or whatever a fault sends instead. */
  body: string;
  headers?: Record<string, string>;
}

export function ok(body: string): Answer {
  return { status: 200, body };
}

/** Thrown wherever a request turns out to be one the service refuses. */
export class Refusal extends Error {
  constructor(readonly answer: Answer) {
    super(answer.body);
  }
}

/** As documented, with the key order of the documentation (FIGSHARE 2). */
function refusal(
  status: number,
  data: unknown,
  code: string,
  message: string,
  headers?: Record<string, string>,
): Refusal {
  const body = JSON.stringify({ data, code, message });
  return new Refusal({ status, body, ...(headers && { headers }) });
}

export function invalid(parameter: string, why: string): Refusal {
  return refusal(
    400,
    { extra: why, invalid_params: parameter },
    'InvalidParams',
    `Invalid or unsupported params: ${parameter}`,
  );
}

export function missing(parameter: string, path: string, query: URLSearchParams): Refusal {
  query.sort();
  const data = { missing_params: parameter, parameters: Object.fromEntries(query), path };
  return refusal(400, data, 'MissingParams', `Missing required params: ${parameter}`);
}

export function forbidden(): Refusal {
  return refusal(403, null, 'Forbidden', 'Unauthorized request', {
    'www-authenticate': 'Basic realm="figshare statistics"',
  });
}

/** Only for paths that do not exist: an unknown item is not an error. The words are a guess. */
export function noSuchPath(): Refusal {
  return refusal(404, null, 'NotFound', 'Endpoint not found');
}
