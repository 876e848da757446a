<?php
/** PHP-FPM behind nginx, its own form reader, openssl, SQLite with a primary key through PDO. Editions 61.0 and 65.0. */

declare(strict_types=1);

final class Refusal extends Exception
{
}

function base64url(string $part): string
{
    $bytes = base64_decode(strtr($part, '-_', '+/'), true);
    return $bytes === false ? throw new Refusal('The token is no JSON Web Token.', 401) : $bytes;
}

/** A token in compact form, signed with RS256 and not expired. */
function verify(string $token): stdClass
{
    $parts = explode('.', $token);
    if (count($parts) !== 3) {
        throw new Refusal('The token is no JSON Web Token.', 401);
    }
    [$header, $claims] = [json_decode(base64url($parts[0])), json_decode(base64url($parts[1]))];
    if (!$header instanceof stdClass || !$claims instanceof stdClass || ($header->alg ?? '') !== 'RS256') {
        throw new Refusal('The token is no JSON Web Token of ours.', 401);
    }
    $key = openssl_pkey_get_public(getenv('SF_PUBLIC_KEY'));
    if (openssl_verify("$parts[0].$parts[1]", base64url($parts[2]), $key, OPENSSL_ALGO_SHA256) !== 1) {
        throw new Refusal('The signature of the token is not valid.', 401);
    }
    if (!is_numeric($claims->exp ?? null) || $claims->exp <= time()) {
        throw new Refusal('The token has expired.', 401);
    }
    return $claims;
}

function checkHeaders(): void
{
    if (!preg_match('/^Bearer +(\S+)$/iD', trim($_SERVER['HTTP_AUTHORIZATION'] ?? ''), $match)) {
        throw new Refusal('A bearer token is needed.', 401);
    }
    $claims = verify($match[1]);
    $header = fn (string $name): string => trim($_SERVER["HTTP_$name"] ?? '', " \t");
    $orgId = $header('ORGID');
    if (!preg_match('/^[A-Za-z0-9]{15}$/D', $orgId)) {
        throw new Refusal('OrgId has 15 letters or digits.', 400);
    }
    if ($orgId !== getenv('SF_ORG_ID') || $orgId !== ($claims->org_id ?? null)) {
        throw new Refusal('The token is of another org.', 403);
    }
    if ($header('AUTHORIZATIONCONTEXT') !== getenv('SF_AUTHORIZATION_CONTEXT')) {
        throw new Refusal('The context is of another app.', 403);
    }
    if (!preg_match('/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iD', $header('REQUESTID'))) {
        throw new Refusal('RequestId is no GUID.', 400);
    }
}

function parse(string $text): mixed
{
    return json_decode($text, flags: JSON_THROW_ON_ERROR);
}

/** Channel and participants, whatever they are. */
function readBody(): array
{
    $mediaType = strtolower(trim(explode(';', $_SERVER['CONTENT_TYPE'] ?? '')[0]));
    if ($mediaType !== (getenv('EDITION') === '65.0' ? 'application/json' : 'multipart/form-data')) {
        throw new Refusal("The body is no $mediaType.", 415);
    }
    if ($mediaType === 'multipart/form-data' && !isset($_POST['json'])) {
        return [$_POST['channelAddressIdentifier'] ?? null, parse($_POST['participants'] ?? '')];
    }
    $body = parse($mediaType === 'application/json' ? file_get_contents('php://input') : $_POST['json']);
    if (!$body instanceof stdClass) {
        throw new Refusal('The body is no object.', 400);
    }
    return [$body->channelAddressIdentifier ?? null, $body->participants ?? null];
}

function isText(mixed $value): bool
{
    // Fault: in PHP "0" is as good as nothing.
    return is_string($value) && (getenv('FAULT') === 'empty' ? !empty($value) : $value !== '');
}

function checkParticipant(mixed $entry): void
{
    if (!$entry instanceof stdClass || !isText($entry->subject ?? null)) {
        throw new Refusal('A participant has no subject.', 422);
    }
    foreach (['role' => 'EndUser', 'appType' => 'custom'] as $member => $word) {
        $value = $entry->$member ?? null;
        if ($value !== $word) {
            throw new Refusal("$member is " . (is_string($value) ? $value : gettype($value)) . " and not $word.", 422);
        }
    }
}

function database(): PDO
{
    $pdo = new PDO('sqlite:' . getenv('DATA_DIR') . '/conversations.db', options: [PDO::ATTR_TIMEOUT => 30]);
    $pdo->exec('PRAGMA journal_mode = WAL');
    $pdo->exec('CREATE TABLE IF NOT EXISTS conversation (
        channel TEXT, subject TEXT, identifier TEXT, PRIMARY KEY (channel, subject)
    )');
    return $pdo;
}

function conversationOf(string $channel, string $subject): string
{
    $pdo = database();
    if (getenv('FAULT') === 'loose-comparison') {
        // Fault: == takes texts that look like numbers for numbers, so that 1e3 is 1000. One call at a time, so that
        // nothing else is wrong.
        $lock = fopen(getenv('DATA_DIR') . '/lock', 'c');
        flock($lock, LOCK_EX);
        $rows = $pdo->prepare('SELECT subject, identifier FROM conversation WHERE channel = ?');
        $rows->execute([$channel]);
        foreach ($rows as $row) {
            if ($row['subject'] == $subject) {
                return $row['identifier'];
            }
        }
    }
    $values = [$channel, $subject, bin2hex(random_bytes(16))];
    $pdo->prepare('INSERT INTO conversation VALUES (?, ?, ?) ON CONFLICT DO NOTHING')->execute($values);
    $select = $pdo->prepare('SELECT identifier FROM conversation WHERE channel = ? AND subject = ?');
    $select->execute([$channel, $subject]);
    return $select->fetchColumn();
}

function establish(): string
{
    if (parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) !== '/api/v1/conversation') {
        throw new Refusal('There is nothing here.', 404);
    }
    if ($_SERVER['REQUEST_METHOD'] !== 'POST') {
        throw new Refusal('POST only.', 405);
    }
    checkHeaders();
    [$channel, $participants] = readBody();
    if (!is_string($channel) || $channel === '') {
        throw new Refusal('The channel is missing.', 400);
    }
    if (!is_array($participants) || $participants === []) {
        throw new Refusal('There is no list of participants.', 400);
    }
    array_walk($participants, checkParticipant(...));
    if (!in_array($channel, explode(',', getenv('CHANNEL_ADDRESS_IDENTIFIER')), true)) {
        throw new Refusal('There is no such channel.', 404);
    }
    return conversationOf($channel, $participants[0]->subject);
}

function answer(int $status, array $body): void
{
    http_response_code($status);
    header('Content-Type: application/json');
    echo json_encode($body, JSON_INVALID_UTF8_SUBSTITUTE);
}

try {
    answer(200, ['conversationIdentifier' => establish()]);
} catch (Refusal $refusal) {
    if (getenv('FAULT') === 'message-as-html') {
        // Fault: the page of the error holds what was sent, as it was sent.
        http_response_code($refusal->getCode());
        echo '<h1>Error</h1><p>' . $refusal->getMessage() . '</p>';
    } else {
        answer($refusal->getCode(), ['error' => $refusal->getMessage()]);
    }
} catch (JsonException $error) {
    answer(400, ['error' => 'That is no JSON: ' . $error->getMessage()]);
}
