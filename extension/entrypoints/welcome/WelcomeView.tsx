// The page that greets a newcomer, as a pure function of its state.
import { useRef } from 'preact/hooks';
import { type Texts, texts as textsOf } from '../../../shared/locales/index.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import { Mark } from '../../../shared/ui/Mark.tsx';
import {
  Pairing,
  type PairingActions,
  type PairingState,
} from '../../features/pairing/Pairing.tsx';
import { BoundKeys } from '../../features/settings/BoundKeys.tsx';
import { Headline } from '../../features/summary/Headline.tsx';
import { Summary } from '../../features/summary/Summary.tsx';
import { Pin } from '../../features/welcome/Pin.tsx';
import type { Sample } from '../../features/welcome/sample.ts';
import { SamplePage } from '../../features/welcome/SamplePage.tsx';
import type { BrowserFamily } from '../../lib/family.ts';
import { Keys } from '../../lib/Keys.tsx';

export interface WelcomeState {
  language: InterfaceLanguage;
  /** The reader's time zone. */
  zone: string;
  family: BrowserFamily;
  /** Whether the button is in the toolbar; null where the browser does not tell. */
  isPinned: boolean | null;
  readKey: string | null;
  keepKey: string | null;
  server: string;
  pairing: PairingState;
  /** Whether the person chose to do without a server. */
  isWithoutServer: boolean;
  /** Null until the sample is there. */
  trial: { sample: Sample; isRead: boolean; sentence: number | null } | null;
}

export interface WelcomeActions extends PairingActions {
  onWithoutServer: () => void;
  /** Reads the sample. */
  onRead: () => void;
  /** Shows a sentence of the summary where it stands. */
  onShow: (sentence: number) => void;
}

type Props = WelcomeState & WelcomeActions & { texts: Texts };

/** What the panel makes of a page, in small; nothing of it can be pressed. */
const Picture = ({ trial, texts, language, zone, keepKey }: Props) => (
  <div class="picture as-in-panel" aria-hidden="true" inert>
    {trial && (
      <Headline article={trial.sample.article} texts={texts} language={language} zone={zone} />
    )}
    <p class="keep">
      <span>{texts.panel.keep}</span>
      {keepKey && <Keys keys={keepKey} />}
    </p>
  </div>
);

const Where = (props: Props) => {
  const { pairing, server, isWithoutServer, texts, onWithoutServer } = props;
  const { welcome } = texts;
  const isConnected = pairing.connections.length > 0;
  const said = useRef<HTMLOutputElement>(null);
  const chooseWithout = () => {
    // The button goes away; this stays, and says what was chosen.
    said.current?.focus();
    onWithoutServer();
  };
  return (
    <section aria-labelledby="where">
      <h2 id="where">{welcome.whereTitle}</h2>
      <div class="ways">
        <div>
          <h3>{welcome.withServer}</h3>
          <p>{welcome.withServerWhy}</p>
          <Pairing {...props} state={pairing} server={server} />
        </div>
        {!isConnected && (
          <div>
            <h3>{welcome.withoutServer}</h3>
            <p>{welcome.withoutServerWhy}</p>
            {!isWithoutServer && (
              <button type="button" onClick={chooseWithout}>
                {welcome.chooseWithout}
              </button>
            )}
            <output class="done-mark" tabIndex={-1} ref={said}>
              {isWithoutServer && welcome.choseWithout}
            </output>
          </div>
        )}
      </div>
    </section>
  );
};

interface PanelProps extends Pick<Props, 'texts' | 'language' | 'zone' | 'onShow'> {
  sample: Sample;
  sentence: number | null;
}

/** What the panel shows of the sample. */
const Panel = ({ sample: { article, summary }, sentence, ...props }: PanelProps) => (
  <div class="as-in-panel">
    <Headline article={article} {...props} />
    <Summary
      article={article}
      summary={summary}
      shown={sentence === null ? null : { sentence, instead: null }}
      {...props}
    />
  </div>
);

const Trial = ({ trial, pairing, texts, language, zone, onRead, onShow }: Props) => {
  const { welcome } = texts;
  const panel = useRef<HTMLDivElement>(null);
  const read = () => {
    // Where the button stood is what it brings.
    panel.current?.focus();
    onRead();
  };
  return (
    <section aria-labelledby="sample">
      <h2 id="sample">{welcome.sampleTitle}</h2>
      <p aria-live="polite">{trial?.isRead ? welcome.sampleRead : welcome.sampleIntro}</p>
      {trial && (
        <div class="trial">
          <SamplePage {...trial} />
          <div class="trial-panel" tabIndex={-1} ref={panel}>
            {!trial.isRead && (
              <button type="button" class="strong" onClick={read}>
                {welcome.readSample}
              </button>
            )}
            {trial.isRead && (
              <Panel {...trial} texts={texts} language={language} zone={zone} onShow={onShow} />
            )}
          </div>
        </div>
      )}
      {pairing.connections[0] && (
        <p>
          <a href={`${pairing.connections[0].server}/sample/`} target="_blank" rel="noreferrer">
            {welcome.onServer}
          </a>
        </p>
      )}
    </section>
  );
};

export const WelcomeView = (state: WelcomeState & WelcomeActions) => {
  const texts = textsOf(state.language);
  const props = { ...state, texts };
  const { welcome } = texts;
  const hasKeys = state.family !== 'android';
  return (
    <>
      <header class="top">
        <span class="mark">
          <Mark />
        </span>
      </header>
      <main>
        <div class="opening">
          <div>
            <h1>{welcome.title}</h1>
            <ol class="does">
              {welcome.does.map((line) => (
                <li>{line}</li>
              ))}
            </ol>
            <p class="remark">{welcome.nothingSent}</p>
          </div>
          <Picture {...props} />
        </div>
        <section aria-labelledby="pin">
          <h2 id="pin">{hasKeys ? welcome.pinTitle : welcome.findTitle}</h2>
          <Pin family={state.family} isPinned={state.isPinned} texts={texts} />
          {hasKeys && (
            <>
              <h3>{welcome.keysTitle}</h3>
              <BoundKeys readKey={state.readKey} keepKey={state.keepKey} texts={texts} />
            </>
          )}
        </section>
        <Where {...props} />
        <Trial {...props} />
        <p class="onward">{welcome.onward}</p>
      </main>
    </>
  );
};
