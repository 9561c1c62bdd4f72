import { chromium } from 'playwright-core';
import type { TypedSpeech } from '../../fixtures/formats';

const TABLE =
  '<table><tr><th>乡镇</th><th>面积</th><th>责任单位</th></tr><tr><td>南坡镇</td><td>3200</td><td>县林业局</td></tr><tr><td>北山乡</td><td>1800</td><td>县水利局</td></tr></table>';

/** How a browser prints a page: style, and what stands at the edges. */
const LAYOUTS: Readonly<Record<string, { readonly css: string; readonly edges?: boolean; readonly table?: boolean }>> =
  {
    'printed.pdf': { css: 'p{text-indent:2em;margin:0;text-align:justify}' },
    'printed-ragged.pdf': { css: 'p{margin:0 0 9pt}' },
    'printed-two.pdf': { css: '.b{columns:2;column-gap:20pt}p{text-indent:2em;margin:0;text-align:justify}' },
    'printed-three.pdf': {
      css: '.b{columns:3;column-gap:14pt;font-size:9pt}p{text-indent:2em;margin:0;text-align:justify}',
    },
    'printed-heads.pdf': { css: 'p{text-indent:2em;margin:0}', edges: true },
    'printed-table.pdf': { css: 'p{text-indent:2em;margin:0}table{width:100%}', table: true },
  };
const HEAD = '<div style="font-size:8pt;width:100%;text-align:center">云溪县林业工作会议材料</div>';
const FOOT =
  '<div style="font-size:8pt;width:100%;text-align:center">第<span class="pageNumber"></span>页 共<span class="totalPages"></span>页</div>';

/** A speech as PDFs that the browser prints, by name. Rows of the table are left out of what is right. */
export async function printedPages(speech: TypedSpeech, executablePath: string): Promise<[string, Uint8Array][]> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage();
    const printed: [string, Uint8Array][] = [];
    for (const [name, { css, edges = false, table = false }] of Object.entries(LAYOUTS)) {
      const lines = speech.paragraphs.map((line, i) => `${table && i === 4 ? TABLE : ''}<p>${line}</p>`).join('');
      await page.setContent(
        `<style>body{font:12pt/1.6 "Noto Serif CJK SC",serif}h1,.c{text-align:center;text-indent:0!important}h1{font-size:20pt}${css}</style><h1>${speech.title}</h1><p class=c>${speech.dateLine}</p><p class=c>${speech.speakerLine}</p><div class=b>${lines}</div>`,
      );
      const margin = { top: '25mm', bottom: '25mm', left: '25mm', right: '25mm' };
      const pdf = await page.pdf({
        format: 'A4',
        margin,
        displayHeaderFooter: edges,
        headerTemplate: HEAD,
        footerTemplate: FOOT,
      });
      printed.push([name, pdf]);
    }
    return printed;
  } finally {
    await browser.close();
  }
}
