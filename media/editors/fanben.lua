-- 范本 in Neovim 0.7 and later: require it, and call setup with the folders of your articles (absolute paths).
--
--     require('fanben').setup({ corpus = { '/home/me/讲话稿' }, storage = '/home/me/.cache/fanben' })
--
-- Completion is at <C-x><C-o>, or in your completion plugin; vim.lsp.buf.hover(), references(), definition() and
-- code_action() work as for any language.
local fanben = {}

function fanben.setup(options)
  local client
  vim.api.nvim_create_autocmd({ 'BufRead', 'BufNewFile' }, { pattern = '*.gao', command = 'setfiletype speech-draft' })
  vim.api.nvim_create_autocmd('FileType', {
    pattern = { 'speech-draft', 'markdown', 'text' },
    callback = function(event)
      -- One server for all drafts: they share the index.
      client = client and vim.lsp.get_client_by_id(client) and client or vim.lsp.start_client({
        name = 'fanben',
        cmd = options.cmd or { 'fanben', 'serve' },
        root_dir = vim.fn.getcwd(),
        init_options = { corpus = options.corpus, storage = options.storage, locale = options.locale or 'zh-cn' },
      })
      vim.lsp.buf_attach_client(event.buf, client)
      vim.bo[event.buf].omnifunc = 'v:lua.vim.lsp.omnifunc'
    end,
  })
end

return fanben
