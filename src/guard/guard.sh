#!/bin/sh
# Runs Keystow as a git hook: guard.sh HOOK, with what git tells the hook. Editors start git without a person's shell, so nothing is taken for granted:
# the project's own Keystow comes first, then what `keystow hook install` has written down beside this file, then what
# lies in the usual places, and last the editor's own node.
hook=$1
shift
here=${0%/*}
home=${HOME-}
cr=$(printf '\r')
node= editor= recorded= cli=

stop() {
  case $hook in pre-push) what=push ;; *) what=commit ;; esac
  echo "keystow: $1" >&2
  echo "keystow: the $what is stopped, for it was not checked; git $what --no-verify goes on without the check" >&2
  exit 2
}

if [ -f "$here/runtime" ]; then
  while IFS= read -r line || [ -n "$line" ]; do
    line=${line%"$cr"}
    case $line in
      node=*) node=${line#node=} ;;
      cli=*) recorded=${line#cli=} ;;
      editor=*) editor=${line#editor=} ;;
    esac
  done <"$here/runtime"
fi

# Which Keystow. An editor puts each version of an extension into a folder of its own.
for one in node_modules/keystow/dist/cli.js node_modules/.bin/keystow "$here/cli.js" "$recorded"; do
  if [ -f "$one" ]; then cli=$one; break; fi
done
if [ -z "$cli" ]; then
  case $recorded in
    */keystow.keystow-*)
      for one in "${recorded%/keystow.keystow-*}"/keystow.keystow-*/dist/cli.js; do
        if [ -f "$one" ]; then cli=$one; fi
      done ;;
  esac
fi
if [ -z "$cli" ]; then cli=$(command -v keystow); fi
if [ -z "$cli" ]; then
  stop "Keystow is neither in node_modules nor where it was${recorded:+ ($recorded)}; install it and run keystow hook install again"
fi

# Whether a program is a node of version 20 or later.
usable() {
  if [ ! -f "$1" ] || [ ! -x "$1" ]; then return 1; fi
  case $("$1" --version 2>/dev/null) in
    v[2-9][0-9].* | v[1-9][0-9][0-9].*) node=$1 ;;
    *) return 1 ;;
  esac
}

search() {
  usable "$(command -v node)" && return
  nvm=${NVM_DIR:-$home/.nvm}
  if [ -f "$nvm/alias/default" ]; then
    IFS= read -r line <"$nvm/alias/default"
    for one in "$nvm/versions/node/v${line#v}"*/bin/node; do usable "$one" && return; done
  fi
  newest=
  for one in "$nvm"/versions/node/v[2-9][0-9].*/bin/node; do
    if [ -x "$one" ]; then newest=$one; fi
  done
  usable "$newest" && return
  for one in \
    "${VOLTA_HOME:-$home/.volta}/bin/node" \
    "${FNM_DIR:-$home/.local/share/fnm}/aliases/default/bin/node" \
    "$home/Library/Application Support/fnm/aliases/default/bin/node" \
    "$home/.local/share/mise/shims/node" \
    "$home/.asdf/shims/node" \
    /opt/homebrew/bin/node \
    /usr/local/bin/node \
    /home/linuxbrew/.linuxbrew/bin/node \
    /usr/bin/node \
    /snap/bin/node \
    "${NVM_SYMLINK-}/node.exe" \
    "${PROGRAMFILES-}/nodejs/node.exe" \
    "${LOCALAPPDATA-}/Volta/bin/node.exe"; do
    usable "$one" && return
  done
  if [ -n "$editor" ] && [ -x "$editor" ]; then
    node=$editor
    ELECTRON_RUN_AS_NODE=1
    export ELECTRON_RUN_AS_NODE
  fi
}

if [ ! -x "$node" ]; then
  node=
  search
fi
if [ -z "$node" ]; then stop 'node 20 or later was not found, which runs Keystow'; fi

# A node that dies ends with 1 as well: what was found ends with a number of its own.
KEYSTOW_FOUND=10
export KEYSTOW_FOUND

# Package managers write a script of the shell there, or a link to the program itself.
IFS= read -r first <"$cli"
case $first in
  '#!'*node*) "$node" "$cli" hook run "$hook" "$@" ;;
  *) PATH=${node%/*}:$PATH sh "$cli" hook run "$hook" "$@" ;;
esac
status=$?
case $status in 0 | 130) exit $status ;; "$KEYSTOW_FOUND") exit 1 ;; esac
stop "the guard ended with $status before it was done"
