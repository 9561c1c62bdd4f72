;;; fanben.el --- 范本 in Emacs, by eglot  -*- lexical-binding: t; coding: utf-8 -*-
;;
;;     (load "/path/to/fanben.el")
;;     (setq fanben-corpus ["/home/me/讲话稿"] fanben-storage "/home/me/.cache/fanben")
;;
;; Emacs 29 comes with eglot; before, install it from its archive.  Completion, hover (eldoc), M-. and M-?, flymake and
;; eglot-code-actions work as for any language.

(require 'eglot)

(defvar fanben-command '("fanben" "serve") "The language server: program and arguments.")
(defvar fanben-corpus [] "Folders of your articles, absolute paths.")
(defvar fanben-storage "~/.cache/fanben" "Folder of the index.")

(define-derived-mode speech-draft-mode text-mode "讲话稿"
  "A speech draft."
  (visual-line-mode 1))

(add-to-list 'auto-mode-alist '("\\.gao\\'" . speech-draft-mode))

(add-to-list 'eglot-server-programs
             (cons 'speech-draft-mode
                   (lambda (&rest _)
                     (append fanben-command
                             (list :initializationOptions
                                   (list :corpus fanben-corpus
                                         :storage (expand-file-name fanben-storage)
                                         :locale "zh-cn"))))))

(add-hook 'speech-draft-mode-hook #'eglot-ensure)

(provide 'fanben)
;;; fanben.el ends here
