// Go's net/http and nothing else: its form reader, encoding/json, crypto/rsa; conversations in a map behind a mutex.
// Editions 61.0 and 65.0.
package main

import (
	"bytes"
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"os"
	"regexp"
	"strings"
	"sync"
	"time"
	"unicode/utf8"
)

var (
	fault     = os.Getenv("FAULT")
	edition   = os.Getenv("EDITION")
	orgID     = os.Getenv("SF_ORG_ID")
	context   = os.Getenv("SF_AUTHORIZATION_CONTEXT")
	channels  = strings.Split(os.Getenv("CHANNEL_ADDRESS_IDENTIFIER"), ",")
	orgForm   = regexp.MustCompile(`^[A-Za-z0-9]{15}$`)
	guid      = regexp.MustCompile(`^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$`)
	bearer    = regexp.MustCompile(`^(?i:bearer) +(\S+)$`)
	publicKey *rsa.PublicKey
)

type refusal struct {
	status  int
	message string
}

func (r refusal) Error() string { return r.message }

func refuse(status int, message string) error { return refusal{status, message} }

type pair struct{ channel, subject string }

var store = struct {
	sync.Mutex
	identifiers map[pair]string
}{identifiers: map[pair]string{}}

func conversationOf(p pair) string {
	store.Lock()
	defer store.Unlock()
	identifier, known := store.identifiers[p]
	if fault == "lock-twice" {
		// Fault: the lock is held for the look-up and for the write, but not in between, while a third system is asked.
		store.Unlock()
		time.Sleep(20 * time.Millisecond)
		store.Lock()
	}
	if !known {
		identifier = newIdentifier()
		store.identifiers[p] = identifier
	}
	return identifier
}

func newIdentifier() string {
	random := make([]byte, 16)
	if _, err := rand.Read(random); err != nil {
		panic(err)
	}
	return fmt.Sprintf("%x", random)
}

type claims struct {
	OrgID   string  `json:"org_id"`
	Expires float64 `json:"exp"`
}

// verify reads a token in compact form that was signed with RS256 and has not expired.
func verify(token string) (claims, error) {
	invalid := refuse(http.StatusUnauthorized, "the token is not valid")
	parts := strings.Split(token, ".")
	if len(parts) != 3 {
		return claims{}, invalid
	}
	var header struct {
		Algorithm string `json:"alg"`
	}
	if decode(parts[0], &header) != nil || header.Algorithm != "RS256" {
		return claims{}, invalid
	}
	signature, err := base64.RawURLEncoding.DecodeString(parts[2])
	if err != nil {
		return claims{}, invalid
	}
	digest := sha256.Sum256([]byte(parts[0] + "." + parts[1]))
	if rsa.VerifyPKCS1v15(publicKey, crypto.SHA256, digest[:], signature) != nil {
		return claims{}, invalid
	}
	var c claims
	if decode(parts[1], &c) != nil || c.Expires <= float64(time.Now().Unix()) {
		return claims{}, invalid
	}
	return c, nil
}

func decode(part string, into any) error {
	text, err := base64.RawURLEncoding.DecodeString(part)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, into)
}

func checkHeaders(r *http.Request) error {
	match := bearer.FindStringSubmatch(r.Header.Get("Authorization"))
	if match == nil {
		return refuse(http.StatusUnauthorized, "a bearer token is needed")
	}
	c, err := verify(match[1])
	if err != nil {
		return err
	}
	org := r.Header.Get("OrgId")
	switch {
	case !orgForm.MatchString(org):
		return refuse(http.StatusBadRequest, "OrgId has 15 letters or digits")
	case org != orgID || org != c.OrgID:
		return refuse(http.StatusForbidden, "the token is of another org")
	case r.Header.Get("AuthorizationContext") != context:
		return refuse(http.StatusForbidden, "the context is of another app")
	case !guid.MatchString(r.Header.Get("RequestId")):
		return refuse(http.StatusBadRequest, "RequestId is no GUID")
	}
	return nil
}

// members reads one JSON object by the exact names of its members: a struct would take them in any case.
func members(text []byte, names map[string]any) error {
	if fault == "names-in-any-case" {
		// Fault: what encoding/json does with a struct.
		lower := map[string]any{}
		for name, into := range names {
			lower[strings.ToLower(name)] = into
		}
		var object map[string]json.RawMessage
		if err := json.Unmarshal(text, &object); err != nil {
			return err
		}
		for name, value := range object {
			if into, wanted := lower[strings.ToLower(name)]; wanted && string(value) != "null" {
				if err := json.Unmarshal(value, into); err != nil {
					return err
				}
			}
		}
		return nil
	}
	var object map[string]json.RawMessage
	if err := json.Unmarshal(text, &object); err != nil {
		return err
	}
	for name, into := range names {
		if value, there := object[name]; there && string(value) != "null" {
			if err := json.Unmarshal(value, into); err != nil {
				return err
			}
		}
	}
	return nil
}

type body struct {
	channel      string
	participants json.RawMessage
}

func readBody(r *http.Request) (body, error) {
	mediaType, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	wanted := "multipart/form-data"
	if edition == "65.0" {
		wanted = "application/json"
	}
	if err != nil || mediaType != wanted {
		return body{}, refuse(http.StatusUnsupportedMediaType, "the body has to be "+wanted)
	}
	if edition == "65.0" {
		text, err := io.ReadAll(r.Body)
		if err != nil {
			return body{}, err
		}
		return readObject(text)
	}
	if err := r.ParseMultipartForm(1 << 20); err != nil {
		return body{}, refuse(http.StatusBadRequest, "the form cannot be read")
	}
	form := r.MultipartForm.Value
	if whole := form["json"]; len(whole) > 0 {
		return readObject([]byte(whole[0]))
	}
	var read body
	if values := form["channelAddressIdentifier"]; len(values) > 0 {
		read.channel = values[0]
	}
	if values := form["participants"]; len(values) > 0 {
		read.participants = json.RawMessage(values[0])
	}
	return read, nil
}

func readObject(text []byte) (body, error) {
	var read body
	err := members(text, map[string]any{"channelAddressIdentifier": &read.channel, "participants": &read.participants})
	if err != nil {
		return body{}, refuse(http.StatusBadRequest, "the body is no such JSON object")
	}
	return read, nil
}

// subjectOf checks every entry and gives the subject of the first.
func subjectOf(participants json.RawMessage) (string, error) {
	var entries []json.RawMessage
	if err := unmarshal(participants, &entries); err != nil || len(entries) == 0 {
		return "", refuse(http.StatusBadRequest, "there is no list of participants")
	}
	var first string
	// A half character, written as an escape, is read as the replacement character, which is a character of its own.
	spelled := bytes.Contains(bytes.ToLower(participants), []byte(`\ufffd`)) || bytes.ContainsRune(participants, utf8.RuneError)
	for index, entry := range entries {
		var subject, role, appType string
		err := members(entry, map[string]any{"subject": &subject, "role": &role, "appType": &appType})
		if err != nil || string(entry) == "null" || subject == "" || role != "EndUser" || appType != "custom" {
			return "", refuse(http.StatusUnprocessableEntity, fmt.Sprintf("participant %d is not valid", index))
		}
		if strings.ContainsRune(subject, utf8.RuneError) && !spelled {
			return "", refuse(http.StatusUnprocessableEntity, "a subject holds half a character")
		}
		if index == 0 {
			first = subject
		}
	}
	return first, nil
}

func unmarshal(text []byte, into any) error {
	if fault == "first-json-value" {
		// Fault: a decoder reads one value and leaves what follows.
		return json.NewDecoder(bytes.NewReader(text)).Decode(into)
	}
	return json.Unmarshal(text, into)
}

func establish(r *http.Request) (string, error) {
	if r.Method != http.MethodPost {
		return "", refuse(http.StatusMethodNotAllowed, "POST only")
	}
	if err := checkHeaders(r); err != nil {
		return "", err
	}
	read, err := readBody(r)
	if err != nil {
		return "", err
	}
	if read.channel == "" {
		return "", refuse(http.StatusBadRequest, "the channel is missing")
	}
	subject, err := subjectOf(read.participants)
	if err != nil {
		return "", err
	}
	for _, channel := range channels {
		if channel == read.channel {
			return conversationOf(pair{channel, subject}), nil
		}
	}
	return "", refuse(http.StatusNotFound, "there is no such channel")
}

func handle(w http.ResponseWriter, r *http.Request) {
	identifier, err := establish(r)
	var refused refusal
	if errors.As(err, &refused) {
		http.Error(w, refused.message, refused.status)
		return
	}
	if err != nil {
		http.Error(w, "the body cannot be read", http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusCreated)
	if err := json.NewEncoder(w).Encode(map[string]string{"conversationIdentifier": identifier}); err != nil {
		panic(http.ErrAbortHandler)
	}
}

func main() {
	block, _ := pem.Decode([]byte(os.Getenv("SF_PUBLIC_KEY")))
	key, err := x509.ParsePKIXPublicKey(block.Bytes)
	if err != nil {
		panic(err)
	}
	publicKey = key.(*rsa.PublicKey)
	http.HandleFunc("/api/v1/conversation", handle)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Printf("listening on %d\n", listener.Addr().(*net.TCPAddr).Port)
	panic(http.Serve(listener, nil))
}
