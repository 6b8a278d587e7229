-- Asks for pages of the generated articles by Zipf's law, the newest the most often, and adds up what the site says of Byline's share.
local threads = {}
function setup(thread) table.insert(threads, thread) end
function init(args)
  articles = tonumber(args[1] or "100000")
  math.randomseed(os.time() + tonumber(tostring({}):match("0x(%x+)"), 16) % 100000)
  byline, answered, failed = {}, 0, 0
end
function request()
  local n = articles - math.floor(math.exp(math.random() * math.log(articles)))
  return wrk.format("GET", "/generated-" .. n)
end
function response(status, headers, body)
  answered = answered + 1
  if status ~= 200 then failed = failed + 1 end
  local said = headers["Server-Timing"]
  local ms = said and said:match("byline;dur=([%d.]+)")
  if ms then byline[#byline + 1] = ms end
end
function done(summary, latency, requests)
  local all, failed = {}, 0
  for _, thread in ipairs(threads) do
    for _, ms in ipairs(thread:get("byline")) do all[#all + 1] = tonumber(ms) end
    failed = failed + thread:get("failed")
  end
  table.sort(all)
  local function at(p) return all[math.max(1, math.ceil(#all * p))] or 0 / 0 end
  print(string.format("requests/s %.0f, failed %d", summary.requests / summary.duration * 1e6, failed))
  print(string.format("page ms: p50 %.1f p90 %.1f p99 %.1f", latency:percentile(50) / 1e3, latency:percentile(90) / 1e3, latency:percentile(99) / 1e3))
  print(string.format("byline ms (%d): p50 %.2f p90 %.2f p99 %.2f", #all, at(.5), at(.9), at(.99)))
end
