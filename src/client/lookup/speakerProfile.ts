import * as vscode from 'vscode';
import type { KeyWording, SpeakerProfile } from '../../server/protocol/lookup';
import { formatCount } from '../corpus/formatCount';
import type { Exemplars } from '../exemplars/exemplars';
import type { LanguageServer } from '../server/languageServer';
import { articleCount } from '../ui/counted';
import { showFailure } from '../ui/failure';
import { inert } from '../ui/inert';
import { openForReading, readingColumn } from '../ui/readingPages';

/** Scheme of the pages that tell of a speaker. */
const PROFILE = 'fanben-profile';
/** Their newest articles, that lists lean to. */
const LEANT_TO = 5;

/** A page of what a speaker says more than others, and lists that lean to their newest articles. */
export function registerSpeakerProfile(server: LanguageServer, exemplars: Exemplars): vscode.Disposable {
  const speakerOf = (uri: vscode.Uri) => JSON.parse(uri.query) as string;
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(PROFILE, {
      provideTextDocumentContent: async (uri, token) => {
        const speaker = speakerOf(uri);
        const profile = await server.request('fanben/speakerProfile', { speaker }, token);
        return profile ? pageOf(speaker, profile) : vscode.l10n.t('No article of {0} is indexed.', speaker);
      },
    }),
    vscode.languages.registerDocumentLinkProvider(
      { scheme: PROFILE },
      { provideDocumentLinks: document => linksIn(document, speakerOf(document.uri)) },
    ),
    // The bar over the editor does not learn the scheme of such a page in time for its button.
    vscode.window.onDidChangeActiveTextEditor(editor => {
      const isProfile = editor?.document.uri.scheme === PROFILE;
      void vscode.commands.executeCommand('setContext', 'fanben.isProfile', isProfile);
    }),
    vscode.commands.registerCommand('fanben.speakerProfile', async () => {
      try {
        const speaker = await pickSpeaker(server);
        if (speaker === undefined) return;
        const path = `/${speaker.replace(/[\\/]/g, '／')}`;
        const uri = vscode.Uri.from({ scheme: PROFILE, path, query: JSON.stringify(speaker) });
        const document = await openForReading(uri);
        await vscode.window.showTextDocument(document, { preview: true, viewColumn: readingColumn() });
      } catch (error) {
        await showFailure(vscode.l10n.t('The corpus cannot be searched.'), error);
      }
    }),
    vscode.commands.registerCommand('fanben.leanToSpeaker', async () => {
      const shown = vscode.window.activeTextEditor?.document.uri;
      const speaker = shown?.scheme === PROFILE ? speakerOf(shown) : await pickSpeaker(server);
      if (speaker === undefined) return;
      const { articles } = (await server.request('fanben/articles', {})) ?? { articles: [] };
      const theirs = articles.filter(article => article.speaker === speaker).slice(0, LEANT_TO);
      for (const article of theirs.reverse()) await exemplars.pin(article);
    }),
  );
}

async function pickSpeaker(server: LanguageServer): Promise<string | undefined> {
  const facets = await server.request('fanben/facets', null);
  const items = (facets?.speakers ?? []).map(({ name, articles }) => ({
    label: inert(name),
    description: articleCount(articles),
    name,
  }));
  const title = vscode.l10n.t('What a Speaker Says More Than Others');
  return (await vscode.window.showQuickPick(items, { title }))?.name;
}

function pageOf(speaker: string, profile: SpeakerProfile): string {
  const { articles, characters, words, openings, sentenceLength, otherSentenceLength } = profile;
  const nothing = vscode.l10n.t('Nothing is said more often than by others, as far as so few articles tell.');
  return [
    speaker,
    vscode.l10n.t('{0} · {1} chars', articleCount(articles), formatCount(characters, vscode.env.language)),
    vscode.l10n.t('{0} characters a sentence, others {1}', sentenceLength, otherSentenceLength),
    ...(words.length + openings.length === 0 ? ['', nothing] : []),
    ...section(vscode.l10n.t('Words said more often than by others (per 10,000 words: theirs / others)'), words),
    ...section(vscode.l10n.t('Beginnings of sentences'), openings),
    '',
  ].join('\n');
}

/** A heading with its rows; nothing where there are none. */
const section = (heading: string, wordings: readonly KeyWording[]): string[] =>
  wordings.length === 0 ? [] : ['', heading, ...rowsOf(wordings)];

const INDENT = '　';
/** Longer wordings push their figures aside. */
const WIDEST = 6;

/** Chinese characters are twice as wide as figures: columns stand below each other. A row fits beside a draft. */
function rowsOf(wordings: readonly KeyWording[]): string[] {
  const width = 1 + Math.min(WIDEST, Math.max(...wordings.map(({ text }) => text.length)));
  const before = Math.max(...wordings.map(({ rate }) => rate.toFixed(1).length));
  const behind = Math.max(...wordings.map(({ otherRate }) => otherRate.toFixed(1).length));
  return wordings.map(({ text, rate, otherRate, articles }) => {
    const figures = `${rate.toFixed(1).padStart(before)} / ${otherRate.toFixed(1).padEnd(behind)}`;
    return `${INDENT}${text.padEnd(width, '　')}${figures}  ${articleCount(articles)}`;
  });
}

/** The wording of each row: a click shows the lines in which the speaker says it. */
function linksIn(document: vscode.TextDocument, speaker: string): vscode.DocumentLink[] {
  const row = new RegExp(`^${INDENT}([^\\s　]+)`);
  return Array.from({ length: document.lineCount }, (_, line) => line).flatMap(line => {
    const text = row.exec(document.lineAt(line).text)?.[1];
    if (text === undefined) return [];
    const words = encodeURIComponent(JSON.stringify([`${text} speaker:“${speaker}”`]));
    const range = new vscode.Range(line, INDENT.length, line, INDENT.length + text.length);
    const link = new vscode.DocumentLink(range, vscode.Uri.parse(`command:fanben.concordance?${words}`));
    link.tooltip = vscode.l10n.t('Lines of “{0}”', text);
    return [link];
  });
}
