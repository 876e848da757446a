// A small connector: hands the messages that came in on a channel to the org. Go 1.19 or newer: go run connector.go
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
	"log"
	mathrand "math/rand"
	"mime/multipart"
	"net/http"
	"net/textproto"
	"net/url"
	"os"
	"strconv"
	"strings"
	"time"
)

const (
	mostAttempts = 5
	longestWait  = 60 * time.Second
)

// A connector of yours takes these from its channel.
var messages = []struct{ from, text string }{
	{"ada@example.org", "Good morning"},
	{"+49 151 2345678", "Is anybody there?"},
	{"ada@example.org", "My order has not come"},
	{"李小龍 \"Bruce\"", "你好"},
	{"+49 151 2345678", "Thanks"},
}

type object map[string]any

type connector struct {
	base, channel, token string
	client               http.Client
	canRenew             bool
}

func main() {
	log.SetFlags(0)
	c := &connector{
		base:     strings.TrimRight(setting("SF_SCRT_INSTANCE_URL"), "/") + "/api",
		channel:  strings.Split(setting("CHANNEL_ADDRESS_IDENTIFIER"), ",")[0],
		token:    os.Getenv("SF_ACCESS_TOKEN"),
		client:   http.Client{Timeout: 30 * time.Second},
		canRenew: os.Getenv("SF_CONSUMER_KEY") != "" && os.Getenv("SF_PRIVATE_KEY") != "",
	}
	if c.token == "" {
		if err := c.renewToken(); err != nil {
			log.Fatal(err)
		}
	}
	failed := false
	for _, message := range messages {
		identifier, err := c.establishConversation(message.from)
		if err == nil {
			err = c.sendMessage(identifier, message.from, message.text)
		}
		if err != nil {
			log.Printf("%s: %v", message.from, err)
			failed = true
			continue
		}
		fmt.Printf("%s: %s\n", message.from, identifier)
	}
	if failed {
		os.Exit(1)
	}
}

func (c *connector) establishConversation(from string) (string, error) {
	participants, err := json.Marshal([]object{{"subject": from, "role": "EndUser", "appType": "custom"}})
	if err != nil {
		return "", err
	}
	var form bytes.Buffer
	writer := multipart.NewWriter(&form)
	writer.WriteField("channelAddressIdentifier", c.channel) // a bytes.Buffer takes every write
	writer.WriteField("participants", string(participants))
	writer.Close()
	answer, err := c.post("/v1/conversation", writer.FormDataContentType(), form.Bytes())
	if err != nil {
		return "", err
	}
	var conversation struct{ ConversationIdentifier string }
	if json.Unmarshal(answer, &conversation) != nil || conversation.ConversationIdentifier == "" {
		return "", errors.New("the answer has no conversationIdentifier")
	}
	return conversation.ConversationIdentifier, nil
}

func (c *connector) sendMessage(identifier, from, text string) error {
	// The id stays the same when the message is sent again, so that it counts once.
	interaction := object{"id": newGUID(), "timestamp": time.Now().UnixMilli(), "interactionType": "EntryInteraction", "payload": object{"text": text}}
	entry, err := json.Marshal(object{
		"conversationIdentifier": identifier, "to": c.channel, "from": object{"id": from, "role": "EndUser"}, "interactions": []object{interaction},
	})
	if err != nil {
		return err
	}
	var form bytes.Buffer
	writer := multipart.NewWriter(&form)
	part, _ := writer.CreatePart(textproto.MIMEHeader{
		"Content-Disposition": {`form-data; name="json"`}, "Content-Type": {"application/json"},
	})
	part.Write(entry)
	writer.Close()
	_, err = c.post("/v1/interactions", writer.FormDataContentType(), form.Bytes())
	return err
}

// post sends a form until it is taken: it waits when told to, renews the token once, and never repeats what was refused.
func (c *connector) post(path, contentType string, form []byte) ([]byte, error) {
	mayRenew := c.canRenew
	for attempt := 1; ; attempt++ {
		status, retryAfter, answer, err := c.send(path, contentType, form)
		if err == nil && status >= 200 && status < 300 {
			return answer, nil
		}
		if err == nil {
			err = fmt.Errorf("%s answered %d: %.200s", path, status, answer)
		}
		if status == http.StatusUnauthorized && mayRenew {
			mayRenew = false
			if err := c.renewToken(); err != nil {
				return nil, err
			}
			continue
		}
		// Status 0: reset or timed out, perhaps in the middle of the answer. Asking again is safe.
		passing := status == 0 || status == http.StatusRequestTimeout || status == http.StatusTooManyRequests || status >= 500
		wait := waitBefore(attempt, retryAfter)
		if !passing || attempt == mostAttempts || wait > longestWait {
			return nil, err
		}
		time.Sleep(wait)
	}
}

func (c *connector) send(path, contentType string, form []byte) (int, string, []byte, error) {
	request, err := http.NewRequest(http.MethodPost, c.base+path, bytes.NewReader(form))
	if err != nil {
		return 0, "", nil, err
	}
	request.Header.Set("Authorization", "Bearer "+c.token)
	request.Header.Set("OrgId", setting("SF_ORG_ID"))
	request.Header.Set("AuthorizationContext", setting("SF_AUTHORIZATION_CONTEXT"))
	request.Header.Set("RequestId", newGUID()) // a new one each time, also when the same form is sent again
	request.Header.Set("Content-Type", contentType)
	response, err := c.client.Do(request)
	if err != nil {
		return 0, "", nil, err
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		return 0, "", nil, err
	}
	return response.StatusCode, response.Header.Get("Retry-After"), answer, nil
}

// waitBefore gives 0.5 s, 1 s, 2 s ... with some chance, and at least what Retry-After asks for (seconds or a date).
func waitBefore(attempt int, retryAfter string) time.Duration {
	wait := 500*time.Millisecond<<(attempt-1) + time.Duration(mathrand.Intn(100))*time.Millisecond
	asked := time.Duration(0)
	if seconds, err := strconv.Atoi(retryAfter); err == nil {
		asked = time.Duration(seconds) * time.Second
	} else if date, err := http.ParseTime(retryAfter); err == nil {
		asked = time.Until(date)
	}
	if asked > wait {
		return asked
	}
	return wait
}

// renewToken fetches a new access token by the OAuth 2.0 JWT bearer flow.
func (c *connector) renewToken() error {
	block, _ := pem.Decode([]byte(strings.ReplaceAll(setting("SF_PRIVATE_KEY"), `\n`, "\n")))
	if block == nil {
		return errors.New("SF_PRIVATE_KEY is no key in PEM")
	}
	key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return err
	}
	rsaKey, ok := key.(*rsa.PrivateKey)
	if !ok {
		return errors.New("SF_PRIVATE_KEY is no RSA key")
	}
	claims, _ := json.Marshal(object{
		"iss": setting("SF_CONSUMER_KEY"), "sub": setting("SF_SUBJECT"), "aud": setting("SF_AUDIENCE"), "exp": time.Now().Unix() + 180,
	})
	encode := base64.RawURLEncoding.EncodeToString
	unsigned := encode([]byte(`{"alg":"RS256"}`)) + "." + encode(claims)
	digest := sha256.Sum256([]byte(unsigned))
	signature, err := rsa.SignPKCS1v15(rand.Reader, rsaKey, crypto.SHA256, digest[:])
	if err != nil {
		return err
	}
	endpoint, err := url.Parse(setting("SF_AUTH_ENDPOINT"))
	if err != nil {
		return err
	}
	if strings.Trim(endpoint.Path, "/") == "" {
		endpoint.Path = "/services/oauth2/token"
	}
	response, err := c.client.PostForm(endpoint.String(), url.Values{
		"grant_type": {"urn:ietf:params:oauth:grant-type:jwt-bearer"}, "assertion": {unsigned + "." + encode(signature)},
	})
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("the token endpoint answered %d", response.StatusCode)
	}
	var issued struct {
		AccessToken string `json:"access_token"`
	}
	if err := json.NewDecoder(response.Body).Decode(&issued); err != nil {
		return err
	}
	c.token = issued.AccessToken
	return nil
}

// newGUID gives a random GUID of version 4.
func newGUID() string {
	var b [16]byte
	if _, err := rand.Read(b[:]); err != nil {
		panic(err)
	}
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}

func setting(name string) string {
	value := os.Getenv(name)
	if value == "" {
		log.Fatalf("%s is not set", name)
	}
	return value
}
