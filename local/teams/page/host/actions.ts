export type Lifecycle = { state: 'loaded' } | { state: 'ready' } | { state: 'failed'; message: string };

export interface DialogRequest {
  readonly url: string;
  readonly title?: string | undefined;
  readonly width?: number | string | undefined;
  readonly height?: number | string | undefined;
}
export type DialogSize = Pick<DialogRequest, 'width' | 'height'>;
/** A dialog ends with a result, or with the words that teams-js hands on as the error. */
export type DialogOutcome = { result: unknown } | { error: string };

/** What somebody chose in the people picker, as teams-js hands it on. */
export interface PickedPerson {
  readonly objectId: string;
  readonly displayName: string;
  readonly email: string;
}
export interface PickerRequest {
  readonly title?: string | undefined;
  readonly single: boolean;
}

export interface StageControl {
  /** Organisers and presenters may; visitors only look (facts §3.3). */
  mayShare(): boolean;
  isSharing(): boolean;
  /** False where the address is not one of the app's (facts §3.3: 501). */
  share(url: string): Promise<boolean>;
  stop(): Promise<void>;
  details(): Record<string, unknown>;
}

/** What a frame can make the client do. Each surface wires its own. */
export interface FrameActions {
  token(): Promise<string>;
  report(lifecycle: Lifecycle): void;
  /** False where the link leads nowhere. */
  openLink(url: string): boolean;
  /** Opens a page of this app where the frame is; false for a page the manifest does not name. */
  navigate(target: { pageId: string; subPageId?: string | undefined }): boolean;
  shareLink(link: { subPageId?: string | undefined; label?: string | undefined }): void;
  copy(text: string): Promise<void>;
  backButton(wanted: boolean): void;
  goBack(): boolean;
  openDialog(request: DialogRequest): Promise<DialogOutcome>;
  resizeDialog(size: DialogSize): void;
  submitDialog(result: unknown): void;
  /** Nothing where somebody closed it. */
  pickPeople(request: PickerRequest): Promise<readonly PickedPerson[] | undefined>;
  readonly stage?: StageControl | undefined;
}
