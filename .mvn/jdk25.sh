# Sourced by mvnw and countersign: exports JAVA_HOME as the home of a JDK 25, whatever the default java is.
# Reads each candidate's `release` file instead of starting it, so that looking costs milliseconds.

is_jdk25() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r release_line || [ -n "$release_line" ]; do
    case "$release_line" in JAVA_VERSION=\"25[.\"]* | JAVA_VERSION=\"25-*) return 0 ;; esac
  done <"$1/release"
  return 1
}

java_on_path() {
  java_found=$(command -v java 2>/dev/null) || return 1
  java_found=$(readlink -f "$java_found" 2>/dev/null) || return 1
  printf '%s\n' "${java_found%/bin/java}"
}

find_jdk25() {
  if [ -n "${JAVA_HOME-}" ] && is_jdk25 "$JAVA_HOME"; then return 0; fi
  for jdk_home in \
    "$(java_on_path)" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* /usr/local/*jdk* \
    "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* "${HOME-}"/.local/share/mise/installs/java/* \
    "${HOME-}"/.asdf/installs/java/* "${HOME-}"/.m2/jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$jdk_home" ] && is_jdk25 "$jdk_home"; then
      JAVA_HOME=$jdk_home
      export JAVA_HOME
      return 0
    fi
  done
  echo "Countersign needs a JDK 25, and none was found: install one (for example Temurin 25) or set JAVA_HOME to its folder." >&2
  return 1
}
