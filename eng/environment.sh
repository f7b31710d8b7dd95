# Sourced by the scripts: quiet tools, and a place for caches where there is no home folder.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export DOTNET_CLI_UI_LANGUAGE=en

if [[ -z ${HOME:-} ]]; then
  export DOTNET_CLI_HOME="${DOTNET_CLI_HOME:-$PWD/artifacts/home}" NUGET_PACKAGES="${NUGET_PACKAGES:-$PWD/artifacts/packages}"
  mkdir -p "$DOTNET_CLI_HOME" "$NUGET_PACKAGES"
fi

if ! command -v dotnet >/dev/null; then
  echo "dotnet is not on the PATH: install the .NET 10 SDK first (global.json says which)." >&2
  exit 1
fi

# Runs a step and says how long it took: step 'build' dotnet build ...
step() {
  local name=$1 start=$SECONDS status=0
  shift
  echo "== $name"
  "$@" || status=$?
  echo "== $name: $((SECONDS - start)) s$([[ $status == 0 ]] || echo ", failed with exit code $status")"
  return "$status"
}
