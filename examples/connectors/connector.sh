#!/usr/bin/env bash
# A small connector: hands the messages that came in on a channel to the org.
# Needs bash, curl 7.84 or newer and jq; openssl renews the token. Dates in Retry-After need GNU date.
set -uo pipefail

most_attempts=5
longest_wait=60 # seconds

base="${SF_SCRT_INSTANCE_URL:?is not set}"
base="${base%/}/api"
channel="${CHANNEL_ADDRESS_IDENTIFIER:?is not set}"
channel="${channel%%,*}"
org_id="${SF_ORG_ID:?is not set}"
authorization_context="${SF_AUTHORIZATION_CONTEXT:?is not set}"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
answer="$folder/answer"
entry_file="$folder/entry.json"

new_guid() { uuidgen 2> /dev/null || cat /proc/sys/kernel/random/uuid; }
base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

# A new access token by the OAuth 2.0 JWT bearer flow, into $token.
fetch_token() {
  local claims unsigned signature endpoint
  claims="$(jq -cn --arg iss "${SF_CONSUMER_KEY:?is not set}" --arg sub "${SF_SUBJECT:?is not set}" \
    --arg aud "${SF_AUDIENCE:?is not set}" '{$iss, $sub, $aud, exp: (now + 180 | floor)}')"
  unsigned="$(printf '{"alg":"RS256"}' | base64url).$(printf '%s' "$claims" | base64url)"
  signature="$(printf '%s' "$unsigned" | openssl dgst -sha256 -sign <(printf '%b' "${SF_PRIVATE_KEY:?is not set}") | base64url)"
  endpoint="${SF_AUTH_ENDPOINT:?is not set}"
  [[ "$endpoint" == *://*/?* ]] || endpoint="${endpoint%/}/services/oauth2/token"
  # Assertion and token go through pipes, where no list of processes shows them.
  token="$(printf '%s' "$unsigned.$signature" | curl -sS --fail --max-time 30 "$endpoint" \
    --data-urlencode 'grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer' \
    --data-urlencode assertion@- | jq -er .access_token)"
}

# Seconds before the next attempt: 0.5, 1, 2 ... with some chance, and at least what Retry-After asks for.
wait_before() {
  local attempt="$1" retry_after="$2" asked=0
  if [[ "$retry_after" =~ ^[0-9]+$ ]]; then
    asked="$retry_after"
  elif [[ -n "$retry_after" ]]; then
    asked=$(($(date -d "$retry_after" +%s 2> /dev/null || echo 0) - $(date +%s)))
  fi
  jq -n --argjson attempt "$attempt" --argjson asked "$asked" --argjson chance "$RANDOM" \
    '[$asked, 0.5 * pow(2; $attempt - 1) + $chance / 327680] | max'
}

# Sends a form (curl's options for it) until it is taken; its answer is in the file $answer.
post() {
  local path="$1" attempt said status retry_after seconds may_renew=yes
  shift
  [[ -n "${SF_CONSUMER_KEY:-}" && -n "${SF_PRIVATE_KEY:-}" ]] || may_renew=no
  for ((attempt = 1; ; attempt++)); do
    # No `curl --retry`: it would send the same RequestId again. --form and --form-string make curl write Content-Type.
    : > "$answer" # not that of the request before
    said="$(curl -sS --max-time 30 "$base$path" -o "$answer" -w '%{http_code} %header{retry-after}' \
      -H @<(printf 'Authorization: Bearer %s\n' "$token") \
      -H "OrgId: $org_id" \
      -H "AuthorizationContext: $authorization_context" \
      -H "RequestId: $(new_guid)" \
      "$@")" || said=000 # reset or timed out, perhaps in the middle of the answer: asking again is safe
    read -r status retry_after <<< "$said"
    [[ "$status" == 2?? ]] && return 0
    if [[ "$status" == 401 && "$may_renew" == yes ]]; then
      may_renew=no
      fetch_token || return 1
      continue
    fi
    seconds="$(wait_before "$attempt" "$retry_after")"
    case "$status" in
      000 | 408 | 429 | 5??) ;;
      *) attempt="$most_attempts" ;; # refused: the same form would be refused again
    esac
    if ((attempt == most_attempts)) || jq -en "$seconds > $longest_wait" > /dev/null; then
      echo "$path answered $status: $(head -c 200 "$answer")" >&2
      return 1
    fi
    sleep "$seconds"
  done
}

establish_conversation() {
  local participants
  participants="$(jq -cn --arg subject "$1" '[{$subject, role: "EndUser", appType: "custom"}]')"
  post /v1/conversation \
    --form-string "channelAddressIdentifier=$channel" \
    --form-string "participants=$participants" || return 1
  conversation_identifier="$(jq -er '.conversationIdentifier | strings | select(. != "")' "$answer")"
}

send_message() {
  local entry
  # The id stays the same when the message is sent again, so that it counts once.
  entry="$(jq -cn --arg conversationIdentifier "$1" --arg to "$channel" --arg from "$2" --arg text "$3" --arg id "$(new_guid)" \
    '{$conversationIdentifier, $to, from: {id: $from, role: "EndUser"},
      interactions: [{$id, timestamp: (now * 1000 | floor), interactionType: "EntryInteraction", payload: {$text}}]}')"
  printf '%s' "$entry" > "$entry_file"
  # From a file, because semicolons in a text would end the value.
  post /v1/interactions --form "json=<$entry_file;type=application/json"
}

token="${SF_ACCESS_TOKEN:-}"
[[ -n "$token" ]] || fetch_token || exit 1

failed=0
# A connector of yours takes these from its channel: who it is, a tab, and the text.
while IFS=$'\t' read -r from text; do
  if establish_conversation "$from" && send_message "$conversation_identifier" "$from" "$text"; then
    echo "$from: $conversation_identifier"
  else
    echo "$from: not handed over" >&2
    failed=1
  fi
done << 'MESSAGES'
ada@example.org	Good morning
+49 151 2345678	Is anybody there?
ada@example.org	My order has not come
李小龍 "Bruce"	你好
+49 151 2345678	Thanks
MESSAGES
exit "$failed"
