# frozen_string_literal: true

# Sinatra on puma, ruby-jwt, SQLite with a primary key through the sqlite3 gem.
require 'json'
require 'jwt'
require 'openssl'
require 'securerandom'
require 'sinatra/base'
require 'sqlite3'

FAULT = ENV.fetch('FAULT')
PUBLIC_KEY = OpenSSL::PKey::RSA.new(ENV.fetch('SF_PUBLIC_KEY'))
CHANNELS = ENV.fetch('CHANNEL_ADDRESS_IDENTIFIER').split(',')

# One connection for each thread of puma.
module Store
  FILE = File.join(ENV.fetch('DATA_DIR'), 'conversations.db')

  def self.database
    Thread.current[:database] ||= SQLite3::Database.new(FILE).tap { |database| database.busy_timeout = 30_000 }
  end

  def self.prepare
    database.execute('PRAGMA journal_mode = WAL')
    database.execute('CREATE TABLE conversation (channel TEXT, subject TEXT, identifier TEXT, PRIMARY KEY (channel, subject))')
  end

  def self.conversation_of(channel, subject)
    database.execute('INSERT INTO conversation VALUES (?, ?, ?) ON CONFLICT DO NOTHING', [channel, subject, SecureRandom.uuid])
    database.get_first_value('SELECT identifier FROM conversation WHERE channel = ? AND subject = ?', [channel, subject])
  end
end

# puma takes blanks away from around header values, but no tabs.
class StripHeaders
  def initialize(app)
    @app = app
  end

  def call(env)
    env.each { |name, value| env[name] = value.strip if name.start_with?('HTTP_') || name == 'CONTENT_TYPE' }
    @app.call(env)
  end
end

# The service.
class Service < Sinatra::Base
  set :environment, :production
  # Fault: the page of the development environment, which tells all of an error.
  set :show_exceptions, FAULT == 'shows-exceptions'
  disable :logging, :static
  use StripHeaders
  # Its hosts and origins are for pages of a browser.
  disable :protection

  # In Ruby ^ and $ stand at every line of a text.
  ORG_ID = /\A[A-Za-z0-9]{15}\z/
  GUID = /\A\h{8}-\h{4}-\h{4}-\h{4}-\h{12}\z/

  error Sinatra::BadRequest do
    json_error 400, 'The form cannot be read.'
  end

  not_found do
    json_error 404, 'There is nothing here.'
  end

  helpers do
    def json_error(status, message)
      content_type :json
      halt status, JSON.generate(error: message)
    end

    def header(name)
      request.env["HTTP_#{name.upcase}"].to_s
    end

    def claims
      token = header('Authorization')[/\ABearer +(\S+)\z/i, 1]
      json_error 401, 'A bearer token is needed.' if token.nil?
      JWT.decode(token, PUBLIC_KEY, true, algorithm: 'RS256', required_claims: ['exp']).first
    rescue JWT::DecodeError
      json_error 401, 'The token is not valid.'
    end

    def check_headers
      org_id = header('OrgId')
      org_of_token = claims['org_id']
      json_error 400, 'OrgId has 15 letters or digits.' unless ORG_ID.match?(org_id)
      json_error 403, 'The token is of another org.' unless org_id == ENV['SF_ORG_ID'] && org_id == org_of_token
      json_error 403, 'Another app.' unless header('AuthorizationContext') == ENV['SF_AUTHORIZATION_CONTEXT']
      json_error 400, 'RequestId is no GUID.' unless GUID.match?(header('RequestId'))
      json_error 415, 'The body has to be a form.' unless request.media_type == 'multipart/form-data'
    end

    def parse(text)
      # The parser passes over comments, which are no JSON: outside of texts JSON has no slash.
      comments = text.to_s.gsub(/"(?:\\.|[^"\\])*"/m, '').include?('/')
      raise JSON::ParserError, 'a comment' if comments

      JSON.parse(text.to_s)
    rescue JSON::ParserError
      raise if FAULT == 'shows-exceptions'

      json_error 400, 'That is no JSON.'
    end

    def body_of_form
      return parse(params['json']) if params.key?('json')

      { 'channelAddressIdentifier' => params['channelAddressIdentifier'], 'participants' => parse(params['participants']) }
    end

    def role?(value)
      # Fault: anchors that hold for one line of several.
      FAULT == 'anchors-of-lines' ? value.is_a?(String) && value.match?(/^EndUser$/) : value == 'EndUser'
    end

    def participant?(entry)
      return false unless entry.is_a?(Hash)

      subject = entry['subject']
      subject.is_a?(String) && !subject.empty? && role?(entry['role']) && entry['appType'] == 'custom'
    end

    def stored(subject)
      # Fault: what looks like a mail address is written in lower case.
      FAULT == 'mail-in-lower-case' && subject.include?('@') ? subject.downcase : subject
    end
  end

  post '/api/v1/conversation' do
    check_headers
    body = body_of_form
    json_error 400, 'The form holds no object.' unless body.is_a?(Hash)
    channel, participants = body.values_at('channelAddressIdentifier', 'participants')
    json_error 400, 'The channel is missing.' unless channel.is_a?(String) && !channel.empty?
    unless participants.is_a?(Array) && !participants.empty? && participants.all? { |entry| participant?(entry) }
      json_error 422, 'The participants are not valid.'
    end
    json_error 404, 'There is no such channel.' unless CHANNELS.include?(channel)
    subject = participants.first['subject']
    json_error 422, 'The subject is no text.' unless subject.valid_encoding?
    content_type :json
    status 201
    JSON.generate(conversationIdentifier: Store.conversation_of(channel, stored(subject)))
  end
end

Store.prepare
run Service
