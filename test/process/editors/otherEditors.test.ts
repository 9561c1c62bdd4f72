import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { speeches, type TemporaryCorpus, temporaryCorpus } from '../../server/temporaryCorpus';

const DRAFT = '在大会上的讲话\n一、提高认识\n三、狠抓落实\n年轻人扑下身子抓落实，不图虚名。\n各级干部要扑下身子';
const LIMIT_MS = 60_000;

/** What an editor has got of the server. */
interface Answers {
  completion: string[];
  hover: string;
  references: string[];
  definition: string[];
  diagnostics: string[];
  actions: string[];
  /** How many servers run when a second draft is open. */
  servers: number;
}

/** The configurations that we give for other editors, in those editors, without a window. */
describe('other editors', () => {
  let corpus: TemporaryCorpus;
  let draft: string;
  before(async () => {
    corpus = await temporaryCorpus(speeches);
    draft = join(corpus.folder, '..', '草稿.gao');
    await writeFile(draft, DRAFT);
    const cli = resolve('dist/cli.js');
    assert.equal(spawnSync(process.execPath, [cli, 'index', corpus.folder, '--storage', corpus.storage]).status, 0);
  });
  after(() => corpus.remove());

  const script = async (name: string, text: string): Promise<string> => {
    const path = join(corpus.folder, '..', name);
    await writeFile(path, text);
    return path;
  };

  function run(command: string, args: readonly string[]): Answers {
    const { stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', timeout: LIMIT_MS });
    const [, answers] = /ANSWERS(\{.*\})END/s.exec(stdout + stderr) ?? [];
    assert.ok(answers, stdout + stderr);
    return JSON.parse(answers) as Answers;
  }

  function holds({ completion, hover, references, definition, diagnostics, actions, servers }: Answers): void {
    assert.ok(
      completion.some(label => label.startsWith('抓落实')),
      completion.join(),
    );
    assert.match(hover, /扑下身子抓落实/);
    assert.doesNotMatch(hover, /command:/);
    assert.deepEqual([references.length, definition.length, servers], [3, 1, 1]);
    assert.match(decodeURIComponent(definition[0]!), /2024-07-01/);
    assert.ok(
      diagnostics.some(message => message.includes('二、')),
      diagnostics.join(),
    );
    assert.ok(
      actions.some(title => title.includes('二、')),
      actions.join(),
    );
  }

  it('Neovim', async function () {
    if (spawnSync('nvim', ['--version']).status !== 0) return skip(this, 'Neovim');
    const config = await script(
      'init.lua',
      `package.path = ${lua(join(resolve('media/editors'), '?.lua'))} .. ';' .. package.path
require('fanben').setup({
  cmd = { ${lua(process.execPath)}, ${lua(resolve('dist/cli.js'))}, 'serve' },
  corpus = { ${lua(corpus.folder)} }, storage = ${lua(corpus.storage)},
})`,
    );
    holds(run('nvim', ['--headless', '-u', config, draft, '-c', `luafile ${await script('ask.lua', NEOVIM)}`]));
  });

  it('Emacs', async function () {
    const hasEglot = ['--batch', '--eval', "(unless (require 'eglot nil t) (kill-emacs 1))"];
    if (spawnSync('emacs', hasEglot).status !== 0) return skip(this, 'Emacs with eglot');
    const config = await script(
      'ask.el',
      `(load ${lisp(resolve('media/editors/fanben.el'))})
(setq fanben-command (list ${lisp(process.execPath)} ${lisp(resolve('dist/cli.js'))} "serve")
      fanben-corpus [${lisp(corpus.folder)}] fanben-storage ${lisp(corpus.storage)})
(setq project-find-functions (list (lambda (_) (cons 'transient ${lisp(`${join(corpus.folder, '..')}/`)}))))
(find-file ${lisp(draft)})
${EMACS}`,
    );
    holds(run('emacs', ['--batch', '-l', config]));
  });
});

function skip(context: Mocha.Context, what: string): never {
  console.log(`    skipped: no ${what} on this machine`);
  return context.skip();
}

const lua = (text: string) => JSON.stringify(text);
const lisp = (text: string) => JSON.stringify(text);

/** Asks as the keys of the editor do, and prints what came back. */
const NEOVIM = `
local function ask(method, params)
  local found
  vim.wait(30000, function()
    for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 20000) or {}) do found = answer.result end
    -- Until the corpus is open, the list has the words of the draft alone.
    return found ~= nil and (found.items == nil or vim.inspect(found.items):find('"抓落实'))
  end, 200)
  return found or {}
end
local function map(list, name)
  local names = {}
  for _, one in pairs(list) do table.insert(names, one[name]) end
  return names
end
vim.wait(30000, function()
  local client = vim.lsp.buf_get_clients(0)
  for _, one in pairs(client) do return one.initialized end
end, 100)
local at = vim.lsp.util.make_position_params()
at.position = { line = 4, character = 9 }
local completion = ask('textDocument/completion', at)
at.position = { line = 3, character = 5 }
local hover = ask('textDocument/hover', at)
at.context = { includeDeclaration = true }
local references = ask('textDocument/references', at)
local definition = ask('textDocument/definition', at)
vim.wait(10000, function() return #vim.diagnostic.get(0) > 0 end, 100)
local found = vim.diagnostic.get(0)
local range = { start = { line = 2, character = 0 }, ['end'] = { line = 2, character = 2 } }
local sent = {}
for _, one in pairs(found) do
  if one.lnum == 2 then table.insert(sent, { range = range, message = one.message, source = one.source, data = one.user_data.lsp.data }) end
end
local actions = ask('textDocument/codeAction', { textDocument = at.textDocument, range = range, context = { diagnostics = sent } })
vim.cmd('edit ' .. vim.fn.fnameescape(vim.fn.expand('%:p:h') .. '/又一稿.gao'))
vim.wait(2000, function() return #vim.lsp.get_active_clients() > 1 end, 100)
print('ANSWERS' .. vim.json.encode({
  servers = #vim.lsp.get_active_clients(),
  completion = map(completion.items or {}, 'label'), hover = (hover.contents or {}).value or '',
  references = map(references, 'uri'), definition = map(definition, 'uri'),
  diagnostics = map(found, 'message'), actions = map(actions, 'title'),
}) .. 'END')
vim.cmd('qa!')
`;

const EMACS = `
(require 'json)
(defun fanben-test-wait (seconds done)
  (let ((until (+ (float-time) seconds)))
    (while (and (not (funcall done)) (< (float-time) until)) (accept-process-output nil 0.1))))
(unless (eglot-current-server) (apply #'eglot (append (eglot--guess-contact) nil)))
(fanben-test-wait 30 #'eglot-current-server)
(defun fanben-test-ask (method params)
  (let (found)
    (fanben-test-wait 30 (lambda ()
      (setq found (jsonrpc-request (eglot-current-server) method params))
      (if (and (listp found) (plist-member found :items))
          (string-match-p ":label \\"抓落实" (format "%S" found))
        found)))
    found))
(defun fanben-test-names (list key) (vconcat (mapcar (lambda (one) (plist-get one key)) list)))
(goto-char (point-max))
(let* ((completion (fanben-test-ask :textDocument/completion (eglot--TextDocumentPositionParams)))
       (place (progn (goto-char (point-min)) (search-forward "年轻人扑下") (eglot--TextDocumentPositionParams)))
       (hover (fanben-test-ask :textDocument/hover place))
       (references (fanben-test-ask :textDocument/references (append place '(:context (:includeDeclaration t)))))
       (definition (fanben-test-ask :textDocument/definition place)))
  (fanben-test-wait 10 #'flymake-diagnostics)
  (goto-char (point-min))
  (search-forward "三、狠")
  (let ((actions (eglot-code-actions (line-beginning-position) (line-end-position)))
        (found (flymake-diagnostics)))
    (find-file "又一稿.gao")
    (fanben-test-wait 2 #'ignore)
    (message "ANSWERS%sEND"
      (json-encode (list :servers (hash-table-count (let ((all (make-hash-table)))
                                    (dolist (buffer (buffer-list) all)
                                      (with-current-buffer buffer
                                        (when (eglot-current-server) (puthash (eglot-current-server) t all))))))
                         :completion (fanben-test-names (plist-get completion :items) :label)
                         :hover (plist-get (plist-get hover :contents) :value)
                         :references (fanben-test-names references :uri)
                         :definition (fanben-test-names definition :uri)
                         :diagnostics (vconcat (mapcar #'flymake-diagnostic-text found))
                         :actions (fanben-test-names actions :title))))))
`;
