#!/usr/bin/env bash
# Checks the packages that PATHS names, a pattern a line: annotations on stdout, and SARIF in the file SARIF if it is given.
set -euo pipefail
shopt -s nullglob globstar

packages=()
while IFS= read -r pattern; do
  pattern="${pattern#"${pattern%%[![:space:]]*}"}"
  pattern="${pattern%"${pattern##*[![:space:]]}"}"
  [[ -z $pattern ]] && continue
  # The pattern is taken as one word, blanks and all; what has no wildcard stands for itself, there or not.
  IFS= found=($pattern)
  if [[ ${#found[@]} -eq 0 && $pattern != *[*?[]* ]]; then
    found=("$pattern")
  fi
  packages+=("${found[@]}")
done <<<"$PATHS"

if [[ ${#packages[@]} -eq 0 ]]; then
  echo "::error title=scormkit::no package matches the input \`paths\`"
  exit 2
fi

options=(--lms "$LMS")
[[ -z $LMS ]] && options=()
if [[ -n $SARIF ]]; then
  # Whether the step fails is decided below; what cannot be read is told there too.
  scormkit check --quiet --format sarif --output "$SARIF" --fail-on never "${options[@]}" -- "${packages[@]}" || true
fi
scormkit check --format github --fail-on "$FAIL_ON" "${options[@]}" -- "${packages[@]}"
