import type { Principal } from '../security/principal.ts';
import type { ChangeEvent } from '../environment.ts';

/** One request of the Web API, alone or inside a `$batch`. */
export interface ApiRequest {
  readonly method: string;
  /** Below `/api/data/v9.2/`, without a leading slash, still encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface ApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Who asks, where the API is, and where the changes go that the request makes. */
export interface ApiContext {
  readonly who: Principal;
  /** `http://localhost:4103/api/data/v9.2` */
  readonly base: string;
  readonly events: ChangeEvent[];
}
