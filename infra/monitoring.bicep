// Logs and traces, kept for a month. Only the identity may write them: no key will do.
param name string
param location string
param principalId string

var monitoringMetricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'
var keptForDays = 30

// The tables of Application Insights. Left alone they keep 90 days, whatever is said of the workspace.
var tables = [
  'AppAvailabilityResults'
  'AppBrowserTimings'
  'AppDependencies'
  'AppEvents'
  'AppExceptions'
  'AppMetrics'
  'AppPageViews'
  'AppPerformanceCounters'
  'AppRequests'
  'AppSystemEvents'
  'AppTraces'
]

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: keptForDays
    // Without it a workspace of 30 days may keep a 31st.
    features: { immediatePurgeDataOn30Days: true }
    // A fault that repeats must not become a bill: a gigabyte a day is many times what a large trust writes.
    workspaceCapping: { dailyQuotaGb: 1 }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: name
  location: location
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    IngestionMode: 'LogAnalytics'
    DisableLocalAuth: true
  }
}

// One after another: no change of the workspace meets another.
@batchSize(1)
resource retention 'Microsoft.OperationalInsights/workspaces/tables@2023-09-01' = [
  for table in tables: {
    parent: workspace
    name: table
    properties: { retentionInDays: keptForDays, totalRetentionInDays: keptForDays }
    dependsOn: [insights]
  }
]

resource publisher 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, principalId, monitoringMetricsPublisher)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', monitoringMetricsPublisher)
  }
}

output connectionString string = insights.properties.ConnectionString
